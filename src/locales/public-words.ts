/** The languages of the pages. */
export const publicLanguages = ["en", "fr", "ar"] as const;
export type PublicLanguage = (typeof publicLanguages)[number];

/** One phrase per language, each whole. */
type Said = Readonly<Record<PublicLanguage, string>>;
/** A count: what CLDR's plural rules of the language tell apart; `#` is the number. */
type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
type Counted = Readonly<Record<PublicLanguage, Forms>>;

const said = (en: string, fr: string, ar: string): Said => ({ en, fr, ar });

/**
 * What the server itself says in a page: the public view, and the first answer of a page before its script has come. `{name}` is filled in.
 * The workspace's own sentences stand in the PO catalogues beside this file; these are those that are written without a script.
 */
export const publicWords = {
  publicView: said("Public view", "Vue publique", "العرض العام"),
  toContent: said("To the content", "Aller au contenu", "إلى المحتوى"),
  languages: said("Languages", "Langues", "اللغات"),
  contents: said("On this page", "Sur cette page", "في هذه الصفحة"),
  asOf: said("As of {day}. Only what is marked TLP:CLEAR stands here; the coalition may know more.", "Au {day}. Seul ce qui porte la mention TLP:CLEAR figure ici ; la coalition peut en savoir davantage.", "بتاريخ {day}. لا يرد هنا إلا ما وُسم بعلامة TLP:CLEAR، وقد يعرف التحالف أكثر من ذلك."),
  workspace: said("Open the workspace", "Ouvrir l’espace de travail", "فتح مساحة العمل"),
  fictional: said("A fictional coalition: nothing here is so.", "Une coalition fictive : rien ici n’est réel.", "تحالف خيالي: لا شيء هنا حقيقي."),
  picture: said("The picture", "Situation", "الصورة العامة"),
  inRegion: said("In {region}, {reporters} {describe} {work};", "{region} : {reporters} {describe} {work} ;", "في {region}، {reporters} {describe} {work}؛"),
  anywhere: said("{reporters} {describe} {work};", "{reporters} {describe} {work} ;", "{reporters} {describe} {work}؛"),
  silent: said("{overlaps}, and for {areas} no work is reported.", "{overlaps}, et pour {areas} aucun travail n’est déclaré.", "و{overlaps}، ولم يُبلَّغ عن أي عمل في {areas}."),
  noneSilent: said("{overlaps}, and work is reported for every area here.", "{overlaps}, et un travail est déclaré pour chaque zone ici.", "و{overlaps}، وأُبلِغ عن عمل في كل منطقة هنا."),
  underServed: said("{overlaps}, and in {areas} less than a quarter of it is covered.", "{overlaps}, et dans {areas} moins du quart est couvert.", "و{overlaps}، ولا يُغطّى ربع الاحتياج في {areas}."),
  nothingReported: said("No initiative is reported in what everyone may see.", "Aucune initiative n’est déclarée dans ce que chacun peut voir.", "لا مبادرات مبلَّغ عنها فيما يحق للجميع الاطلاع عليه."),
  period: said("Period: {from} to {to}. Money: {basis}, in US dollars.", "Période : {from} à {to}. Montants : {basis}, en dollars des États-Unis.", "الفترة: من {from} إلى {to}. المبالغ: {basis}، بدولار الولايات المتحدة."),
  lines: said("Lines of effort", "Axes d’effort", "محاور العمل"),
  line: said("Line of effort", "Axe d’effort", "محور العمل"),
  countries: said("Countries", "Pays", "البلدان"),
  country: said("Country", "Pays", "البلد"),
  initiatives: said("Initiatives", "Initiatives", "المبادرات"),
  initiative: said("Initiative", "Initiative", "المبادرة"),
  gaps: said("Gaps", "Lacunes", "الفجوات"),
  gapsOf: said("The {shown} most pressing of {total}.", "Les {shown} plus pressantes sur {total}.", "الأشد إلحاحًا: {shown} من {total}."),
  overlaps: said("Overlaps", "Chevauchements", "التداخلات"),
  overlapsOf: said("The first {shown} of {total}.", "Les {shown} premiers sur {total}.", "الأولى: {shown} من {total}."),
  area: said("Area", "Zone", "المنطقة"),
  areas: said("Areas", "Zones", "المناطق"),
  work: said("Work", "Travail", "العمل"),
  reported: said("reported", "déclaré", "مبلَّغ عنه"),
  noneReported: said("stated to be none", "déclaré inexistant", "أُعلن أن لا عمل"),
  notKnown: said("not known", "inconnu", "غير معروف"),
  need: said("Need (USD)", "Besoin (USD)", "الاحتياج (دولار)"),
  supply: said("Supply (USD)", "Apports (USD)", "الموارد (دولار)"),
  gap: said("Gap (USD)", "Écart (USD)", "الفجوة (دولار)"),
  people: said("People in need", "Personnes dans le besoin", "المحتاجون"),
  events: said("Events of violence", "Événements violents", "أحداث العنف"),
  months: said("Months", "Mois", "الأشهر"),
  contested: said("Contested (USD)", "En double (USD)", "المتداخل (دولار)"),
  coalition: said("The coalition", "La coalition", "التحالف"),
  bodies: said("Bodies and offices", "Organes et fonctions", "الهيئات والمناصب"),
  body: said("Body", "Organe", "الهيئة"),
  offices: said("Offices today", "Fonctions aujourd’hui", "المناصب اليوم"),
  officeSentence: said("{office}: {holder}", "{office} : {holder}", "{office}: {holder}"),
  unsettled: said("the sources do not settle it", "les sources ne le tranchent pas", "المصادر لا تحسمه"),
  founded: said("Founded {day}.", "Fondée : {day}.", "تأسس في {day}."),
  members: said("Members", "Membres", "الأعضاء"),
  member: said("Member", "Membre", "العضو"),
  joined: said("Joined", "Adhésion", "الانضمام"),
  kind: said("Kind", "Type", "النوع"),
  state: said("State", "État", "دولة"),
  organisation: said("Organisation", "Organisation", "منظمة"),
  meetings: said("Meetings", "Réunions", "الاجتماعات"),
  meeting: said("Meeting", "Réunion", "الاجتماع"),
  date: said("Date", "Date", "التاريخ"),
  place: said("Place", "Lieu", "المكان"),
  texts: said("Texts", "Textes", "النصوص"),
  text: said("Text", "Texte", "النص"),
  undertakings: said("Undertakings", "Engagements", "التعهّدات"),
  undertaking: said("Undertaking", "Engagement", "التعهد"),
  by: said("By", "Par", "من"),
  due: said("Due", "Échéance", "الأجل"),
  standing: said("Standing", "Situation", "الحالة"),
  amount: said("Amount", "Montant", "المبلغ"),
  none: said("None that everyone may see.", "Rien que chacun puisse voir.", "لا شيء يحق للجميع الاطلاع عليه."),
  unknown: said("not stated", "non indiqué", "غير مذكور"),
  download: said("The data", "Les données", "البيانات"),
  downloadWhy: said("All that is TLP:CLEAR, each row with its source, its licence and its marking. Statements that disagree stand side by side.", "Tout ce qui est TLP:CLEAR, chaque ligne avec sa source, sa licence et sa mention. Les affirmations divergentes figurent côte à côte.", "كل ما هو TLP:CLEAR، كل سطر مع مصدره ورخصته وعلامته. وتُعرض الأقوال المتعارضة جنبًا إلى جنب."),
  allTables: said("All tables as CSV (zip)", "Tous les tableaux en CSV (zip)", "كل الجداول بصيغة CSV (zip)"),
  jsonLd: said("Everything as JSON-LD", "Tout en JSON-LD", "كل شيء بصيغة JSON-LD"),
  tableRecords: said("Records", "Fiches", "السجلات"),
  tableClaims: said("Statements on records", "Affirmations sur les fiches", "الأقوال عن السجلات"),
  tableSources: said("Sources", "Sources", "المصادر"),
  tableInitiatives: said("Reports on initiatives", "Déclarations sur les initiatives", "التقارير عن المبادرات"),
  licence: said("Compilation: {licence}. Each source keeps its own licence.", "Compilation : {licence}. Chaque source garde sa propre licence.", "التجميع: {licence}. ويحتفظ كل مصدر برخصته."),
  between: said("between {from} and {to}", "entre {from} et {to}", "بين {from} و{to}"),
  noLaterThan: said("no later than {day}", "au plus tard {day}", "في موعد أقصاه {day}"),
  noEarlierThan: said("no earlier than {day}", "au plus tôt {day}", "في موعد لا يسبق {day}"),
  about: said("about {day}", "vers {day}", "نحو {day}"),
  fromTo: said("{from} to {to}", "{from} à {to}", "{from} إلى {to}"),
  chair: said("Chair", "Présidence", "رئيس"),
  coChair: said("Co-chair", "Coprésidence", "رئيس مشارك"),
  lead: said("Lead", "Conduite", "قائد"),
  coLead: said("Co-lead", "Coconduite", "قائد مشارك"),
  rapporteur: said("Rapporteur", "Rapporteur", "المقرِّر"),
  open: said("open", "en cours", "قائم"),
  done: said("done", "accompli", "أُنجز"),
  dropped: said("given up", "abandonné", "تُرك"),
  overdue: said("overdue", "en retard", "تجاوز موعده"),
  undated: said("without a date", "sans date", "بلا تاريخ"),
  commitment: said("commitments", "engagements financiers", "الالتزامات"),
  budget: said("budgets", "budgets", "الميزانيات"),
  disbursement: said("payments", "versements", "المدفوعات"),
  pledge: said("pledges", "promesses de dons", "التعهدات المالية"),
  homeDescribes: said("What you may see describes {work} in the lines of effort of its work.", "Ce que vous pouvez voir décrit {work} dans ses axes d’effort.", "يصف ما يحق لك الاطلاع عليه {work} ضمن محاور عمله."),
  stepPicture: said("See where efforts meet", "Voir où les efforts se rejoignent", "اطّلع على مواضع التقاء الجهود"),
  stepRecord: said("Read the record", "Lire le registre", "اقرأ السجلّ"),
  stepSignIn: said("Sign in", "Se connecter", "تسجيل الدخول"),
  stepSetUp: said("Set up the first account", "Créer le premier compte", "إنشاء الحساب الأول"),
  stepImport: said("Bring in a file", "Apporter un fichier", "استيراد ملف"),
  stepMeeting: said("Enter a meeting", "Saisir une réunion", "إدخال اجتماع"),
  stepConflicts: said("Decide where sources differ", "Trancher là où les sources divergent", "البتّ حيث تختلف المصادر"),
  stepInvite: said("Invite a person", "Inviter une personne", "دعوة شخص"),
  opening: said("The rest is on its way.", "La suite arrive.", "البقية في الطريق."),
} as const satisfies Readonly<Record<string, Said>>;

/** In Arabic a number agrees with what it counts, in the case of the sentence that it stands in. */
export const publicCounts = {
  reporters: { en: { one: "# reporter", other: "# reporters" }, fr: { one: "# déclarant", other: "# déclarants" }, ar: { zero: "لا جهة مبلِّغة", one: "جهة مبلِّغة واحدة", two: "جهتان مبلِّغتان", few: "# جهات مبلِّغة", many: "# جهةً مبلِّغة", other: "# جهة مبلِّغة" } },
  describe: { en: { one: "describes", other: "describe" }, fr: { one: "décrit", other: "décrivent" }, ar: { zero: "تصف", one: "تصف", two: "تصفان", few: "تصف", many: "تصف", other: "تصف" } },
  work: { en: { one: "# initiative", other: "# initiatives" }, fr: { one: "# initiative", other: "# initiatives" }, ar: { zero: "صفر من المبادرات", one: "مبادرة واحدة", two: "مبادرتين", few: "# مبادرات", many: "# مبادرةً", other: "# مبادرة" } },
  overlaps: { en: { one: "# pair overlaps", other: "# pairs overlap" }, fr: { one: "# paire se chevauche", other: "# paires se chevauchent" }, ar: { zero: "لا أزواج تتداخل", one: "زوج واحد يتداخل", two: "زوجان يتداخلان", few: "# أزواج تتداخل", many: "# زوجًا تتداخل", other: "# زوج تتداخل" } },
  areas: { en: { one: "# area", other: "# areas" }, fr: { one: "# zone", other: "# zones" }, ar: { zero: "أي منطقة", one: "منطقة واحدة", two: "منطقتين", few: "# مناطق", many: "# منطقةً", other: "# منطقة" } },
  needy: { en: { one: "# area with severe need", other: "# areas with severe need" }, fr: { one: "# zone en besoin grave", other: "# zones en besoin grave" }, ar: { zero: "أي منطقة شديدة الاحتياج", one: "منطقة واحدة شديدة الاحتياج", two: "منطقتين شديدتي الاحتياج", few: "# مناطق شديدة الاحتياج", many: "# منطقةً شديدة الاحتياج", other: "# منطقة شديدة الاحتياج" } },
} as const satisfies Readonly<Record<string, Counted>>;

export type PublicWord = keyof typeof publicWords;
export type PublicCount = keyof typeof publicCounts;

/** As numbers and days are written in each; European digits in Arabic too, as the coalition's own texts have them. */
export const publicLocale: Readonly<Record<PublicLanguage, string>> = { en: "en-GB", fr: "fr-FR", ar: "ar-u-nu-latn" };

/** A phrase with its facts filled in. */
export function phrase(language: PublicLanguage, word: PublicWord, facts: Readonly<Record<string, string>> = {}): string {
  return publicWords[word][language].replaceAll(/\{(\w+)\}/g, (hole, name: string) => facts[name] ?? hole);
}

/** A number with what it counts. */
export function counted(language: PublicLanguage, what: PublicCount, n: number): string {
  const forms: Forms = publicCounts[what][language];
  const locale = publicLocale[language];
  return (forms[new Intl.PluralRules(locale).select(n)] ?? forms.other).replaceAll("#", new Intl.NumberFormat(locale).format(n));
}
