/** The cookies of the faces: none is readable by a script, and all are Secure wherever the page is. */
import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { day, inSeconds, times } from "../../domain/units.ts";

const year = inSeconds(times(365, day));

/** @param maxAge - seconds */
export function keepCookie(c: Context, name: string, value: string, maxAge: number = year): void {
  setCookie(c, name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: c.req.url.startsWith("https:"),
    maxAge,
  });
}

export function dropCookie(c: Context, name: string): void {
  deleteCookie(c, name, { path: "/" });
}
