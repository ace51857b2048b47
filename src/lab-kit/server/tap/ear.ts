/** Hears the bytes of one exchange as they pass. */
export interface Ear {
  /** False while nobody wants to hear. */
  readonly isListening: boolean;
  up(bytes: Buffer): void;
  /** @param agoMs how long ago they were handed to the kernel */
  down(bytes: Buffer, agoMs: number): void;
  /** Nothing more will come. */
  ended(): void;
  /** Called whenever `isListening` has changed; for what stays open long. */
  onSwitch(switched: () => void): void;
}
