import { checkLab } from "../lab-checks.ts";

checkLab({ id: "echo", press: "Say hello", says: "The server has said it back." });
