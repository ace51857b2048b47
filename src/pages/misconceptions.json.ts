import type { APIRoute } from "astro";
import { type Belief, beliefs } from "./_misconceptions.ts";

/** Grows when a reader of the file would have to change. */
const SCHEMA_VERSION = 1;

const listed = ({ entry, ...belief }: Belief) => ({ ...belief, why: entry.body?.trim() ?? "" });

/** The catalogue as a file for others; addresses of this site are relative to it. */
export const GET: APIRoute = async () =>
  Response.json({
    title: "Misconceptions about networks, from sockets to Socket.IO",
    schemaVersion: SCHEMA_VERSION,
    licence: {
      name: "CC BY 4.0",
      url: "https://creativecommons.org/licenses/by/4.0/",
      attribution: "Wirebook",
    },
    misconceptions: (await beliefs()).map(listed),
  });
