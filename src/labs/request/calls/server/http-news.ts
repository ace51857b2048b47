import type { HttpTell } from "../../call.ts";

export const call = ({ exchanges, news, done }: HttpTell) => {
  exchanges.at(-1)?.write(news, done);
};
