import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** IATI ActivityStatus. */
export const statusWords: Readonly<Record<string, MessageDescriptor>> = {
  "1": msg`planned`,
  "2": msg`under way`,
  "3": msg`being wound up`,
  "4": msg`closed`,
  "5": msg`cancelled`,
  "6": msg`suspended`,
};

/** IATI OrganisationRole. */
export const roleWords: Readonly<Record<"funding" | "accountable" | "extending" | "implementing", MessageDescriptor>> = {
  funding: msg`Funded by`,
  accountable: msg`Accountable`,
  extending: msg`Managed by`,
  implementing: msg`Implemented by`,
};

export const moneyWords: Readonly<Record<"commitment" | "budget" | "disbursement" | "expenditure" | "pledge" | "incoming" | "other", MessageDescriptor>> = {
  commitment: msg`outgoing commitment`,
  budget: msg`budget`,
  disbursement: msg`disbursement`,
  expenditure: msg`expenditure`,
  pledge: msg`pledge`,
  incoming: msg`incoming funds`,
  other: msg`other`,
};

/** Why a statement of money is not part of the figure. */
export const notCountedWords: Readonly<Record<"other-basis" | "funding-chain" | "secondary-reporter" | "not-best-report" | "no-rate" | "constant-prices" | "net-not-positive" | "superseded", MessageDescriptor>> = {
  "other-basis": msg`another basis`,
  "funding-chain": msg`passed on along the funding chain`,
  "secondary-reporter": msg`by a secondary reporter`,
  "not-best-report": msg`a better report states it`,
  "no-rate": msg`no exchange rate`,
  "constant-prices": msg`constant prices`,
  "net-not-positive": msg`net amount not positive`,
  superseded: msg`superseded`,
};
