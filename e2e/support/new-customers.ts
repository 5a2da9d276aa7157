import { shopFiles } from "./shop-files";

export const peopleCount = 12;

const files = shopFiles(
  { prefix: "K", firstName: "Kea", country: "NZ", timeZone: "Pacific/Auckland", people: peopleCount },
  ["K99,not an address,Bad,Row,NZ,Pacific/Auckland"],
);
export const customersFile = files.customers;
export const ordersFile = files.orders;
export const consentsFile = files.consents;
