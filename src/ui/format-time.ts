const decimals = (ms: number): number => (Math.abs(ms) < 10_000 ? 1 : 0);

const withMinus = (text: string): string => text.replace(/^-(0(\.0)?$)?/, (_, zero) => zero ?? "−");

/** `2.6`, `−0.2`, `301.2`; `0` only for zero itself. */
export const formatFigure = (ms: number): string =>
  ms === 0 ? "0" : withMinus(ms.toFixed(decimals(ms)));

const formatError = (errorMs: number): string =>
  errorMs > 0 ? ` ±\u00a0${(Math.ceil(errorMs * 10 - 1e-6) / 10).toFixed(1)}` : "";

/** `1.4 ± 0.3`, without the unit; the error is rounded up, never down to nothing. */
export const formatBare = (atMs: number, errorMs: number): string =>
  formatFigure(atMs) + formatError(errorMs);

/** `1.4 ± 0.3 ms`. */
export const formatTime = (atMs: number, errorMs: number): string =>
  `${formatBare(atMs, errorMs)}\u00a0ms`;

/** A pause in words of its own size: `40 ms`, `2.4 s`. */
export const formatPause = (ms: number): string =>
  ms < 1000 ? `${Math.round(ms)}\u00a0ms` : `${(ms / 1000).toFixed(1)}\u00a0s`;
