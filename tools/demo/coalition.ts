import type { Calendar } from "./calendar.ts";
import { countries } from "./names.ts";
import { bodies } from "./record.ts";
import { logins } from "./story.ts";

/** coalition.json of the invented coalition; `edition` says from what it was made. */
export function coalitionSettings(calendar: Calendar, edition: string) {
  return {
    name: bodies.concord,
    shortName: { en: "The Concord", fr: "La Concorde", ar: "الوفاق" },
    region: { en: "the Five Shores", fr: "les Cinq Rivages", ar: "الشواطئ الخمسة" },
    record: "record",
    language: "en",
    rootBody: "concord",
    focusBody: "inland",
    lines: [
      { key: "counter-finance", name: { en: "Drying up the money of armed groups", fr: "Tarir l’argent des groupes armés", ar: "تجفيف أموال الجماعات المسلحة" } },
      { key: "capacity", name: { en: "Police, courts and borders", fr: "Police, justice et frontières", ar: "الشرطة والقضاء والحدود" } },
      { key: "stabilisation", name: { en: "Back to life after fighting", fr: "Retour à la vie après les combats", ar: "العودة إلى الحياة بعد القتال" } },
      { key: "resilience", name: { en: "Villages that hold together", fr: "Des villages qui tiennent ensemble", ar: "قرى متماسكة" } },
    ],
    countries: countries.map((c) => c.code),
    licence: "CC0-1.0",
    made: calendar.day(0),
    fictional: { edition, people },
  };
}

const talmeria = countries[1].names;
const zuvelle = countries[4].names;
const people = [
  {
    login: logins.officer, language: "en", name: { en: "Mirane Osk", fr: "Mirane Osk", ar: "ميران أوسك" }, actsFor: bodies.inland,
    role: { en: "Secretariat officer", fr: "Agente du secrétariat", ar: "موظفة الأمانة" },
    comesFor: { en: "To prepare the next meeting: where efforts collide, where nobody works, which dates are disputed.", fr: "Préparer la prochaine réunion : où les efforts se recoupent, où personne ne travaille, quelles dates sont contestées.", ar: "للإعداد للاجتماع المقبل: أين تتداخل الجهود، وأين لا يعمل أحد، وأي التواريخ محل خلاف." },
  },
  {
    login: logins.focalPoint, language: "fr", name: { en: "Aveline Torsac", fr: "Aveline Torsac", ar: "أفلين تورساك" }, actsFor: talmeria,
    role: { en: "Focal point", fr: "Point focal", ar: "جهة اتصال" },
    comesFor: { en: "To report once, and to see who else works in her districts: also what Estrimar tells her country alone.", fr: "Déclarer une seule fois, et voir qui d’autre travaille dans ses districts : y compris ce qu’Estrimar ne dit qu’à son pays.", ar: "للإبلاغ مرة واحدة، ولمعرفة من يعمل أيضًا في مقاطعاتها، بما في ذلك ما لا تقوله إستريمار إلا لبلدها." },
  },
  {
    login: logins.analyst, language: "en", name: { en: "Joren Halvik", fr: "Joren Halvik", ar: "يورن هالفيك" }, actsFor: { en: "Tarquesia", fr: "Tarquésie", ar: "تاركيسيا" },
    role: { en: "Analyst", fr: "Analyste", ar: "محلل" },
    comesFor: { en: "To filter, compare and export; he sees less of Talmeria than Aveline does, and is not told how much less.", fr: "Filtrer, comparer, exporter ; il voit moins de la Talmérie qu’Aveline, sans savoir combien.", ar: "للتصفية والمقارنة والتصدير؛ يرى من تالميريا أقل مما تراه أفلين، ولا يُقال له كم ينقصه." },
  },
  {
    login: logins.compliance, language: "ar", name: { en: "Nerin Safaq", fr: "Nerin Safaq", ar: "نيرين سفاق" }, actsFor: zuvelle,
    role: { en: "Compliance officer", fr: "Responsable de la conformité", ar: "مسؤولة الامتثال" },
    comesFor: { en: "To ask who the money goes to. She works in Arabic from first page to last.", fr: "Demander à qui va l’argent. Elle travaille en arabe de la première à la dernière page.", ar: "لتسأل إلى من يذهب المال. تعمل بالعربية من أول صفحة إلى آخرها." },
  },
];
