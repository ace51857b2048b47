/** Runs one slow step of the set-up, with a line before it and the seconds it took after it. */
export async function step(title, work) {
  const startMs = performance.now();
  process.stdout.write(`${title} … `);
  try {
    const result = await work();
    console.log(`${((performance.now() - startMs) / 1000).toFixed(1)} s`);
    return result;
  } catch (error) {
    console.log("failed");
    throw error;
  }
}
