import { getCustomer } from "@/server/services/customer/get";
import { listCountries, listCustomerPlaces, listCustomers } from "@/server/services/customer/list";
import { setConsent } from "@/server/services/customer/set-consent";
import { suppress } from "@/server/services/customer/suppress";
import { suppressSelected } from "@/server/services/customer/suppress-selected";
import { mutation, query, router } from "../trpc";

export const customerRouter = router({
  list: query(listCustomers),
  places: query(listCustomerPlaces),
  countries: query(listCountries),
  get: query(getCustomer),
  suppress: mutation(suppress),
  suppressSelected: mutation(suppressSelected),
  setConsent: mutation(setConsent),
});
