import type { LayersLab } from "./layers-lab.ts";
import type { Settings } from "./model.ts";
import type { ShownRoute } from "./shown-run.ts";

export interface SendOnProps {
  lab: LayersLab;
  route: ShownRoute;
  settings: Settings;
}

/** Sends Ann's frames on as they are now; once, until one of them is changed. */
export function SendOn({ lab, route, settings }: SendOnProps) {
  const isSent = route.discarded.length > 0 || route.frames.some(({ of }) => of !== undefined);
  if (isSent)
    return route.discarded.length > 0 ? (
      <p class="layers-end">
        <b>The router discarded it.</b> {route.discarded[0]?.reason}
      </p>
    ) : null;
  return (
    <div class="layers-send">
      <button type="button" class="button-primary" onClick={() => lab.sendOn(wayOf(settings))}>
        Send it across a router
      </button>
      <span class="layers-quiet">as it is now, with whatever you have changed</span>
    </div>
  );
}

const wayOf = ({ route }: Settings): "router" | "nat" => (route === "nat" ? "nat" : "router");
