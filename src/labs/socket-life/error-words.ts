/** What the name of an error means, and what to look at. */
export const errorWords: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    "The kernel answered the SYN with a reset: no program listens on that port. It is an answer, not silence.",
  ECONNRESET:
    "The peer ended the connection with a reset. What was on its way is gone; nobody can say how much of it was read.",
  EADDRINUSE: "Another socket already listens on this address and port.",
  EPIPE:
    "This end can send no more: the peer has closed, and its kernel has answered earlier bytes with a reset.",
  EADDRNOTAVAIL: "This address and port cannot be had for this connection.",
  ETIMEDOUT: "The other side has not answered for too long.",
  ERR_STREAM_DESTROYED:
    "Node’s own error: the socket is closed, so that the kernel was not asked at all.",
  ERR_STREAM_WRITE_AFTER_END:
    "Node’s own error: this end has said with shutdown that it sends no more.",
  ERR_STREAM_ALREADY_FINISHED: "Node’s own error: this end has already been shut down.",
  ECANCELED: "The accepting process has ended. The next call starts another.",
};

/** Why a call on a closed socket came to nothing. */
export const noCallWords =
  "Node knew that the socket is closed, and did not ask the kernel. There is no error.";

/** What is said of an error, by its name. */
export const wordsOf = (error: string): string =>
  errorWords[error] ?? "An error of the system or of Node.";
