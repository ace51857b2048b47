import type { HttpAsk } from "../../call.ts";

export const call = ({ http, address, port, path, heard }: HttpAsk) => {
  http.get(`http://${address}:${port}${path}`, heard);
};
