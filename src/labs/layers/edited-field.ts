import type { Result } from "#lib/result.ts";
import { ok } from "#lib/result.ts";
import type { WireField } from "#wire/wire-field.ts";
import { withValue } from "./field-value.ts";
import type { FrameParts } from "./layer-parts.ts";

/**
 * The frame with another value in a field, and nothing else worked out again. What WebSocket masks
 * is written as it reads, and masked with the key that stands there.
 */
export function editedField(
  { bytes, plain }: FrameParts,
  field: WireField<string>,
  text: string,
): Result<Uint8Array, string> {
  const written = withValue(plain, field, text);
  if (!written.ok) return written;
  return ok(bytes.map((byte, at) => byte ^ (plain[at] ?? 0) ^ (written.value[at] ?? 0)));
}
