const OS = {
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  openharmony: "openharmony",
  win32: "win32",
  windows: "win32",
};
const CPU = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const LIBC = { gnu: "glibc", musl: "musl" };

/**
 * The `os`, `cpu` and `libc` fields of a platform package, read from its name.
 * Throws when the name says no processor: such an entry would be installed everywhere.
 */
export function platformOf(name) {
  const words = name.split(/[/-]/);
  const cpu = words.filter((word) => CPU.includes(word));
  if (cpu.length === 0)
    throw new Error(`${name} = no processor in the name, cannot tell its platform`);
  return {
    cpu,
    ...listOf("libc", words, LIBC),
    ...listOf("os", words, OS),
  };
}

function listOf(field, words, known) {
  const values = words.filter((word) => Object.hasOwn(known, word)).map((word) => known[word]);
  return values.length > 0 ? { [field]: values } : {};
}
