/** The worker of the lab: it holds the file and reads it, so that the page never waits. */
import type { Question } from "../protocol.ts";
import { Answerer } from "./answerer.ts";

const answerer = new Answerer((reply) => self.postMessage(reply));

self.addEventListener("message", ({ data }: MessageEvent<Question>) => void answerer.take(data));
