import type { HttpAnswer } from "../../call.ts";

export const call = ({ response, bus }: HttpAnswer) => {
  response.end(bus);
};
