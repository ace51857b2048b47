/** What the kernel said instead of doing it. */
export class SocketError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = "SocketError";
    this.code = code;
  }
}
