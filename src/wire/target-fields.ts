/** Source: RFC 9112, section 3.2, and RFC 3986, sections 3.3 and 3.4. */
import { engineIoSource } from "./engine-io.ts";
import { leaf } from "./leaf.ts";
import { latin1 } from "./text.ts";
import type { WireField } from "./wire-field.ts";

const engineIo: Readonly<Record<string, string>> = {
  EIO: "The revision of the Engine.IO protocol.",
  transport: "The transport that this request is for.",
  sid: "The Engine.IO session that this request belongs to.",
  t: "A value that is never the same, so that no cache answers.",
};

/** The path, then each parameter with the mark before it; the space that ends the target is the last one's. */
export function targetFields(bytes: Uint8Array, from: number, to: number): WireField[] {
  const text = latin1(bytes, from, to);
  const query = text.indexOf("?");
  const pathTo = query < 0 ? to : from + query;
  const path = {
    layer: "http",
    name: "path",
    value: text.slice(0, pathTo - from).trimEnd(),
    meaning: "What is asked for on this host.",
    source: "RFC 3986, section 3.3",
  } as const;
  const fields = pathTo > from ? [leaf(bytes, from, pathTo, path)] : [];
  let at = pathTo;
  for (const parameter of query < 0 ? [] : text.slice(query).split(/(?<=.)(?=&)/)) {
    fields.push(parameterField(bytes, at, parameter));
    at += parameter.length;
  }
  return fields;
}

function parameterField(bytes: Uint8Array, from: number, parameter: string): WireField {
  const [name = "", value = ""] = parameter.slice(1).trimEnd().split(/=(.*)/s);
  const known = Object.hasOwn(engineIo, name) ? engineIo[name] : undefined;
  return leaf(bytes, from, from + parameter.length, {
    layer: known ? "engine.io" : "http",
    name: known ? name : `query ${name.slice(0, 40)}`,
    value,
    meaning: known ?? "A parameter of the address.",
    source: known ? engineIoSource : "RFC 3986, section 3.4",
  });
}
