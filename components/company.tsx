"use client";
import { createContext, type ReactNode, useContext } from "react";

/** What every figure and instant on the screen needs: the company's currency and zone. */
export type CompanyContext = { name: string; currency: string; timeZone: string; demo: boolean };

const Context = createContext<CompanyContext | null>(null);

export function CompanyProvider({ company, children }: { company: CompanyContext; children: ReactNode }) {
  return <Context.Provider value={company}>{children}</Context.Provider>;
}

/** The company whose console this is. */
export function useCompany(): CompanyContext {
  const company = useContext(Context);
  if (company === null) throw new Error("useCompany needs a CompanyProvider above it");
  return company;
}
