/** Why a bench ended, as the notice `ended` says it. */
export const endReasons = {
  closed: "The bench was closed.",
  moved: "This bench was opened in another tab.",
  idle: "Nobody used this bench for a while, so the server closed it.",
  lifetime: "This bench reached the longest time that one may last.",
  away: "The page was away for too long, so the server closed its bench.",
  evicted: "The server is full. It closed the bench that had been idle longest.",
  shutdown: "The server is stopping.",
  uninvited: "The owner of the bench ended the link.",
} as const;
export type EndReason = keyof typeof endReasons;
