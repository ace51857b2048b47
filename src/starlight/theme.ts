/** What the reader chose; `auto` follows the system. */
export type Theme = "auto" | "light" | "dark";

/** Starlight's key: its inline script reads it before the first paint. Its `auto` is "". */
const STORAGE_KEY = "starlight-theme";

/** How each choice is named to the reader. */
export const themeNames: Record<Theme, string> = {
  auto: "as the system",
  light: "light",
  dark: "dark",
};

/** The stored choice. A browser that keeps nothing gives `auto`. */
export const storedTheme = (): Theme => {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === "light" || value === "dark" ? value : "auto";
  } catch {
    return "auto";
  }
};

/** Stores the choice for the next page, if the browser lets it. */
export const storeTheme = (theme: Theme): void => {
  try {
    localStorage.setItem(STORAGE_KEY, theme === "auto" ? "" : theme);
  } catch {
    // A reader who blocks storage keeps the system's theme.
  }
};

/** The palette that a choice shows. */
export const shownTheme = (theme: Theme, isSystemLight: boolean): "light" | "dark" =>
  theme === "auto" ? (isSystemLight ? "light" : "dark") : theme;

/** The next choice of the button: first the palette that is not on show, last `auto` again. */
export const nextTheme = (theme: Theme, isSystemLight: boolean): Theme => {
  const [other, same] = isSystemLight ? (["dark", "light"] as const) : (["light", "dark"] as const);
  if (theme === "auto") return other;
  return theme === other ? same : "auto";
};
