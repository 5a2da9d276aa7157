import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** A person without an address on the channel cannot be reached. */
export const address = guardrail({
  title: "Address",
  source: "ours: nothing is queued that cannot be delivered",
  reads: ["hasEmail"],
  check(_draft, { hasEmail }) {
    return hasEmail === true ? clear : block("address.missing");
  },
});
