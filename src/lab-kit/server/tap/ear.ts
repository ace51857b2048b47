/** Hears the bytes of one exchange as they pass. */
export interface Ear {
  /** False while nobody wants to hear. */
  readonly isListening: boolean;
  up(bytes: Buffer): void;
  down(bytes: Buffer): void;
  /** Nothing more will come. */
  ended(): void;
  /** Called whenever `isListening` has changed; for what stays open long. */
  onSwitch(switched: () => void): void;
}
