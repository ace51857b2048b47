/** A failure that the person at the keyboard can mend: one sentence on what is wrong, one on what to do. */
export class SetUpError extends Error {
  name = "SetUpError";
}

/** Runs `main`; prints a `SetUpError` as its sentence alone, without a stack, and exits 1. */
export async function orExplain(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof SetUpError ? error.message : error);
    process.exit(1);
  }
}
