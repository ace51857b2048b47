import type { OpenProgram } from "#lab-kit/server/net/program.ts";
import { HttpProgram } from "./http-program.ts";
import type { Said, Told } from "./messages.ts";
import type { Settings } from "./model.ts";
import { httpPlots, prepare, socketPlots } from "./plots.ts";
import { SocketProgram } from "./socket-program.ts";
import { Stage } from "./stage.ts";

async function play(stage: Stage, address: string, settings: Settings): Promise<void> {
  if (settings.way === "http") {
    const [ann, bob] = (["Ann", "Bob"] as const).map((who) => new HttpProgram(who, stage, address));
    if (!ann || !bob) return;
    await prepare({ ann, bob }, settings);
    return httpPlots[settings.plot]({ ann, bob });
  }
  const [ann, bob] = [new SocketProgram("Ann", stage), new SocketProgram("Bob", stage)];
  await prepare({ ann, bob }, settings);
  if (await ann.connect(bob.port)) await socketPlots[settings.plot]({ ann, bob });
}

/** The two programs of a run. They are played once; their sockets stay until the kernel was asked. */
export const open: OpenProgram<Told, Said> = (env) => ({
  take: async (told) => {
    if (told.do === "go-on") return env.say({ isDone: true });
    const stage = new Stage(env);
    await play(stage, env.sockets.address, told.settings);
    env.say({ look: stage.sockets });
  },
});
