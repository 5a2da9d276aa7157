"use client";
import { signOut } from "next-auth/react";

/** Signs out and goes to the sign-in page. If the server cannot be reached, that page says so. */
export function leave(): void {
  signOut({ callbackUrl: "/sign-in" }).catch(() => window.location.assign("/sign-in"));
}
