"use client";

/** Signs out and goes to the sign-in page. If the server cannot be reached, that page says so. */
export async function leave(): Promise<void> {
  try {
    const { signOut } = await import("next-auth/react"); // once in a day, and not needed before
    await signOut({ callbackUrl: "/sign-in" });
  } catch {
    window.location.assign("/sign-in");
  }
}
