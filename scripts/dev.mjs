/** Astro's dev server in the foreground, on HOST and PORT (default localhost:4321). */
import { launch } from "./launch.mjs";

const host = process.env.HOST ? ["--host", process.env.HOST] : [];
const port = process.env.PORT ? ["--port", process.env.PORT] : [];

launch(["node_modules/astro/bin/astro.mjs", "dev", "--ignore-lock", ...host, ...port], {
  ASTRO_TELEMETRY_DISABLED: "1",
});
