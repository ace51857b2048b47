import type { Dissection } from "./dissect.ts";
import { fieldId } from "./field-id.ts";

/** Value of an HTTP message's header, by its name. */
export const headerOf = ({ fields }: Dissection, name: string): string | undefined =>
  fields.find(({ id }) => id === fieldId("http", name))?.value;
