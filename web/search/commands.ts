import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { scenes } from "../frame/scenes.ts";
import { plain } from "../words/plain.ts";

/** A page of the workspace that can be gone to by its name. `right`: only for those who have it. */
export type Command = { readonly to: string; readonly name: MessageDescriptor; readonly right?: string; readonly signedIn?: boolean };

const more: readonly Command[] = [
  { to: "/$lang/members", name: msg`Members` },
  { to: "/$lang/sources", name: msg`Sources` },
  { to: "/$lang/conflicts", name: msg`Where sources disagree` },
  { to: "/$lang/meetings/new", name: msg`Enter a meeting`, right: "edit-record" },
  { to: "/$lang/people", name: msg`People and tokens`, signedIn: true },
  { to: "/$lang/sign-in", name: msg`Sign in`, signedIn: false },
];
export const commands: readonly Command[] = [...scenes, ...more];

/** The commands whose words begin as asked, in the words of the page's language. */
export function commandsFor(asked: string, say: (words: MessageDescriptor) => string, may: ReadonlySet<string>, signedIn: boolean): readonly Command[] {
  const words = plain(asked).split(/\s+/).filter((word) => word !== "");
  return commands.filter((c) => (c.right === undefined || may.has(c.right)) && (c.signedIn === undefined || c.signedIn === signedIn) && words.every((word) => plain(say(c.name)).split(/[\s'’-]+/).some((own) => own.startsWith(word) || own.replace(/^ال/, "").startsWith(word))));
}
