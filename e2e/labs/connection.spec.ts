import { checkLab } from "../lab-checks.ts";

checkLab({ id: "connection", press: "Say hello", says: "Your hello was acknowledged." });
