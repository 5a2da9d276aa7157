import { getCustomer } from "@/server/services/customer/get";
import { customerHead } from "@/server/services/customer/head";
import { listCountries, listCustomerPlaces, listCustomers } from "@/server/services/customer/list";
import { setConsent } from "@/server/services/customer/set-consent";
import { setHoldout } from "@/server/services/customer/set-holdout";
import { suppress } from "@/server/services/customer/suppress";
import { suppressSelected } from "@/server/services/customer/suppress-selected";
import { timelineEntry } from "@/server/services/customer/timeline-entry";
import { explainNext } from "@/server/services/next-action/explain";
import { nextAction } from "@/server/services/next-action/get";
import { mutation, query, router } from "../trpc";

export const customerRouter = router({
  list: query(listCustomers),
  places: query(listCustomerPlaces),
  countries: query(listCountries),
  get: query(getCustomer),
  head: query(customerHead),
  suppress: mutation(suppress),
  suppressSelected: mutation(suppressSelected),
  setConsent: mutation(setConsent),
  setHoldout: mutation(setHoldout),
  entry: query(timelineEntry),
  nextAction: query(nextAction),
  explainNext: query(explainNext),
});
