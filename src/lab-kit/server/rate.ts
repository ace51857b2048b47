import { TokenBucket } from "limiter";

/** Says whether one more is allowed now. */
export type Allows = () => boolean;

/** Part of the bucket that is taken at once, since asking it stands in the middle of each event. */
const shareAtOnce = 1 / 20;

/**
 * A bucket of `perSecond` tokens that fills at the same rate: short bursts pass, a flood does not.
 */
export function allowsPerSecond(perSecond: number): Allows {
  const bucket = new TokenBucket({
    bucketSize: perSecond,
    tokensPerInterval: perSecond,
    interval: "second",
  });
  bucket.content = perSecond;
  const atOnce = Math.max(1, Math.floor(perSecond * shareAtOnce));
  let taken = 0;
  return () => {
    if (taken === 0) taken = take(bucket, atOnce);
    if (taken === 0) return false;
    taken -= 1;
    return true;
  };
}

/** @returns how many tokens were there to take, of so many wanted: all, one or none */
const take = (bucket: TokenBucket, wanted: number): number =>
  [wanted, 1].find((tokens) => bucket.tryRemoveTokens(tokens)) ?? 0;
