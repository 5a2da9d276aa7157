import { getCustomer } from "@/server/services/customer/get";
import { listCountries, listCustomers } from "@/server/services/customer/list";
import { setConsent } from "@/server/services/customer/set-consent";
import { suppress } from "@/server/services/customer/suppress";
import { mutation, query, router } from "../trpc";

export const customerRouter = router({
  list: query(listCustomers),
  countries: query(listCountries),
  get: query(getCustomer),
  suppress: mutation(suppress),
  setConsent: mutation(setConsent),
});
