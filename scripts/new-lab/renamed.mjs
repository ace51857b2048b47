/** The lab that new ones are made from. */
export const TEMPLATE = "echo";

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

/** The forms of an id in code and prose: `packet-loss` → PacketLoss, packetLoss, Packet loss. */
export function formsOf(id) {
  const pascal = id.split("-").map(capital).join("");
  const camel = pascal.charAt(0).toLowerCase() + pascal.slice(1);
  return { pascal, camel, title: capital(id.replaceAll("-", " ")) };
}

/** A text of the template in the name of another lab: types, values, class names, paths, title. */
export function renamed(text, id) {
  const { pascal, camel, title } = formsOf(id);
  return text
    .replace(/Echo(?=[A-Z])/g, pascal)
    .replace(/Echo/g, title)
    .replace(/\becho(?=[A-Z])/g, camel)
    .replace(/\becho/g, id);
}
