import { TokenBucket } from "limiter";

/** Says whether one more is allowed now. */
export type Allows = () => boolean;

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
  return () => bucket.tryRemoveTokens(1);
}
