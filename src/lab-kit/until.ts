/** Waits for a fact, but no longer than `withinMs`. */
export async function until(isTrue: () => boolean, withinMs: number): Promise<void> {
  const endMs = performance.now() + withinMs;
  while (!isTrue() && performance.now() < endMs) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
