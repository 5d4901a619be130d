import type { I18n, MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

type Words = Readonly<Record<string, MessageDescriptor>>;

/** Codes of the record in words. One that is not here is shown as it stands, its hyphens as spaces. */
export const bodyKindWords: Words = {
  coalition: msg`Coalition`,
  plenary: msg`Plenary`,
  "small-group": msg`Small group`,
  "working-group": msg`Working group`,
  "focus-group": msg`Focus group`,
  forum: msg`Forum`,
  committee: msg`Committee`,
};
export const bodyStatusWords: Words = { active: msg`active`, ended: msg`ended`, dormant: msg`dormant` };
export const levelWords: Words = {
  ministerial: msg`ministers`,
  plenary: msg`plenary`,
  experts: msg`experts`,
  "pledging-conference": msg`pledging conference`,
  "political-directors": msg`political directors`,
  "senior-officials": msg`senior officials`,
  "co-chairs": msg`co-chairs`,
  launch: msg`launch`,
};
export const formatWords: Words = { "in-person": msg`in person`, virtual: msg`at a distance`, hybrid: msg`in person and at a distance` };
export const textKindWords: Words = {
  statement: msg`Statement`,
  "joint-statement": msg`Joint statement`,
  principles: msg`Principles`,
  summary: msg`Summary`,
  communique: msg`Communiqué`,
  "action-plan": msg`Action plan`,
  agenda: msg`Agenda`,
};
export const undertakingKindWords: Words = { plan: msg`plan`, pledge: msg`pledge`, goal: msg`goal`, statement: msg`statement`, initiative: msg`initiative`, decision: msg`decision`, call: msg`call` };
export const attendanceWords: Words = { present: msg`present`, remote: msg`at a distance`, "remote-and-present": msg`at a distance and present`, absent: msg`absent`, observer: msg`as an observer`, invited: msg`invited` };
export const officeWords: Words = { chair: msg`Chair`, "co-chair": msg`Co-chair`, lead: msg`Lead`, "co-lead": msg`Co-lead`, rapporteur: msg`Rapporteur` };
export const regionWords: Words = { Africa: msg`Africa`, Americas: msg`Americas`, Asia: msg`Asia`, Europe: msg`Europe`, "Middle East": msg`Middle East`, Oceania: msg`Oceania` };
export const confidenceWords: Words = { verified: msg`checked against the source`, reported: msg`as reported`, uncertain: msg`uncertain` };

export const recordKindWords: Words = {
  member: msg`Member`,
  body: msg`Body`,
  membership: msg`Membership`,
  office: msg`Office`,
  meeting: msg`Meeting`,
  delegation: msg`Delegation`,
  person: msg`Person`,
  text: msg`Text`,
  undertaking: msg`Undertaking`,
  count: msg`Count of members`,
};

/** Fields of the record (src/record/field-catalogue.ts), by kind where a field means something else there. */
export const fieldWords: Words = {
  name: msg`Name`,
  alias: msg`Also known as`,
  kind: msg`Kind`,
  region: msg`Region`,
  standing: msg`Standing`,
  founded: msg`Founded`,
  launched: msg`Launched`,
  ended: msg`Ended`,
  status: msg`Status`,
  co_chairs: msg`Co-chairs`,
  first_meeting_in_africa: msg`First meeting in Africa`,
  joined: msg`Joined`,
  left: msg`Left`,
  number: msg`Number`,
  from: msg`From`,
  to: msg`Until`,
  title: msg`Title`,
  date: msg`Date`,
  sequence: msg`Number in the series`,
  level: msg`Level`,
  format: msg`How it met`,
  place: msg`Place`,
  country: msg`Country`,
  host: msg`Host`,
  participants: msg`Who took part`,
  members_represented: msg`Members represented`,
  result: msg`Result`,
  follows: msg`Follows`,
  statement_issued: msg`Statement issued`,
  attendance: msg`Attendance`,
  head: msg`Head of delegation`,
  head_title: msg`Title of the head`,
  notified_by: msg`Notified by`,
  issued: msg`Issued`,
  url: msg`Address`,
  by: msg`By`,
  by_member: msg`By the members`,
  what: msg`What`,
  line: msg`Line of effort`,
  amount: msg`Amount`,
  due: msg`Due`,
  as_of: msg`Counted on`,
  head_person: msg`The head, as a person on record`,
  alternates: msg`Alternates`,
  advisers: msg`Advisers`,
  position: msg`Position`,
  version: msg`Version`,
  adopted: msg`Adopted`,
  text: msg`Text`,
  progress: msg`Progress`,
  done: msg`Done`,
  dropped: msg`Given up`,
  members: msg`Members`,
};

export function codeWords(words: Words, code: string, i18n: I18n): string {
  const known = words[code];
  return known === undefined ? code.replaceAll(/[-_]/g, " ") : i18n._(known);
}
