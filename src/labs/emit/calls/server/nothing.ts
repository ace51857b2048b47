import type { ServerCall } from "../../call.ts";

export const call: ServerCall = () => {
  // no emit: the event ends here
};
