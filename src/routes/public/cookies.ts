import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { day, inSeconds, times } from "../../domain/units.ts";
import type { PublicEnv } from "../services.ts";

const year = inSeconds(times(365, day));

/** A cookie no script can read; Secure wherever the deployment itself is. */
export function keepCookie(
  c: Context<PublicEnv>,
  name: string,
  value: string,
  maxAge: number = year,
): void {
  setCookie(c, name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: c.env.ctx.origin.startsWith("https:"),
    maxAge,
  });
}

export function dropCookie(c: Context<PublicEnv>, name: string): void {
  deleteCookie(c, name, { path: "/" });
}
