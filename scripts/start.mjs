/** Serves the built site and the labs' backend. Ends with the server, and the server ends with it. */
import { launch } from "./launch.mjs";

launch(["server/index.ts"], { NODE_ENV: "production" });
