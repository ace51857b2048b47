import type { Socket } from "socket.io";
import type { Observation } from "#lab-kit/observation.ts";

/** A bench's control socket without the channel: hands on what the server observed. */
export function controlOf(observed: (batch: Observation[]) => void): Socket {
  const control = {
    emit: (name: string, batch: Observation[]) => name === "observed" && observed(batch),
    on: () => control,
    disconnect: () => control,
  };
  return control as unknown as Socket;
}
