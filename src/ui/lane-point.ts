/** A point on a lane. Times count from the run's origin, on the server's clock. */
export interface LanePoint {
  lane: string;
  /** As measured. */
  atMs: number;
  /** How far `atMs` may be off: nothing on the origin's own clock. */
  errorMs: number;
  /** Where it is drawn: `atMs`, unless that would lie before its cause. */
  drawMs: number;
}
