/**
 * What the source of the areas gets wrong or leaves without a code, put right by hand.
 *
 * Codes are ISO 3166-2 where a unit has one. `XX-X…` stands for a unit without one (user-assigned space of the standard's letter X).
 */

/** Territories of other states and far islands that belong to none of the 54 states and Western Sahara. */
export const notAfricanStates: readonly string[] = ["RE", "YT", "SH"];

/** Natural Earth's admin-1 identifier → the code we give. Looked up in ISO 3166-2. */
export const codeByFeature: Readonly<Record<string, string>> = {
  "-99-X11~": "SO-X11",
  "EH-X01~": "EH-X01",
  "LR-X1~": "LR-GP",
  "LR-X2~": "LR-RG",
  "TD-X01~": "TD-X01",
  "SC-X02~": "SC-X02",
};

/** Two features share a code in the source: told apart by name (and size, for the two named Maputo: see read-features.ts). */
export const codeByName: Readonly<Record<string, string>> = {
  "SD/Central Darfur": "SD-DC",
  "SD/Eastern Darfur": "SD-DE",
};

/** Codes of other editions or of parts that Natural Earth draws as one: they lead to the area drawn. */
export const codesDrawnAs: Readonly<Record<string, string>> = {
  "SO-AW": "SO-X11",
  "SO-WO": "SO-X11",
  "SO-TO": "SO-X11",
  "SO-SA": "SO-X11",
  "SO-SO": "SO-X11",
  "TD-EE": "TD-X01",
  "TD-EO": "TD-X01",
};

export type MergedRegion = {
  readonly code: string;
  readonly region: string;
  readonly name: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
};

/** Where the source is one level too fine: its `region` attribute → the first-level unit. */
export const mergedRegions: readonly MergedRegion[] = [
  {
    code: "BF-01",
    region: "Boucle du Mouhoun",
    name: "Boucle du Mouhoun",
    en: "Boucle du Mouhoun",
    fr: "Boucle du Mouhoun",
    ar: "بوكل دو موهون",
  },
  { code: "BF-02", region: "Cascades", name: "Cascades", en: "Cascades", fr: "Cascades", ar: "كاسكاد" },
  { code: "BF-03", region: "Centre", name: "Centre", en: "Centre", fr: "Centre", ar: "الوسط" },
  { code: "BF-04", region: "Centre-Est", name: "Centre-Est", en: "Centre-Est", fr: "Centre-Est", ar: "الوسط الشرقي" },
  {
    code: "BF-05",
    region: "Centre-Nord",
    name: "Centre-Nord",
    en: "Centre-Nord",
    fr: "Centre-Nord",
    ar: "الوسط الشمالي",
  },
  {
    code: "BF-06",
    region: "Centre-Ouest",
    name: "Centre-Ouest",
    en: "Centre-Ouest",
    fr: "Centre-Ouest",
    ar: "الوسط الغربي",
  },
  { code: "BF-07", region: "Centre-Sud", name: "Centre-Sud", en: "Centre-Sud", fr: "Centre-Sud", ar: "الوسط الجنوبي" },
  { code: "BF-08", region: "Est", name: "Est", en: "Est", fr: "Est", ar: "الشرق" },
  {
    code: "BF-09",
    region: "Hauts-Bassins",
    name: "Hauts-Bassins",
    en: "Hauts-Bassins",
    fr: "Hauts-Bassins",
    ar: "الأحواض العليا",
  },
  { code: "BF-10", region: "Nord", name: "Nord", en: "Nord", fr: "Nord", ar: "الشمال" },
  {
    code: "BF-11",
    region: "Plateau-Central",
    name: "Plateau-Central",
    en: "Plateau-Central",
    fr: "Plateau-Central",
    ar: "الهضبة الوسطى",
  },
  { code: "BF-12", region: "Sahel", name: "Sahel", en: "Sahel", fr: "Sahel", ar: "الساحل" },
  { code: "BF-13", region: "Sud-Ouest", name: "Sud-Ouest", en: "Sud-Ouest", fr: "Sud-Ouest", ar: "الجنوب الغربي" },
  { code: "UG-C", region: "Central", name: "Central", en: "Central", fr: "Centre", ar: "المنطقة الوسطى" },
  { code: "UG-E", region: "Eastern", name: "Eastern", en: "Eastern", fr: "Est", ar: "المنطقة الشرقية" },
  { code: "UG-N", region: "Northern", name: "Northern", en: "Northern", fr: "Nord", ar: "المنطقة الشمالية" },
  { code: "UG-W", region: "Western", name: "Western", en: "Western", fr: "Ouest", ar: "المنطقة الغربية" },
  { code: "GN-B", region: "Boke", name: "Boké", en: "Boké", fr: "Boké", ar: "بوكي" },
  { code: "GN-C", region: "Conakry", name: "Conakry", en: "Conakry", fr: "Conakry", ar: "كوناكري" },
  { code: "GN-D", region: "Kindia", name: "Kindia", en: "Kindia", fr: "Kindia", ar: "كنديا" },
  { code: "GN-F", region: "Faranah", name: "Faranah", en: "Faranah", fr: "Faranah", ar: "فرانة" },
  { code: "GN-K", region: "Kankan", name: "Kankan", en: "Kankan", fr: "Kankan", ar: "كانكان" },
  { code: "GN-L", region: "Labé", name: "Labé", en: "Labé", fr: "Labé", ar: "لابي" },
  { code: "GN-M", region: "Mamou", name: "Mamou", en: "Mamou", fr: "Mamou", ar: "مامو" },
  { code: "GN-N", region: "Nzérékoré", name: "Nzérékoré", en: "Nzérékoré", fr: "Nzérékoré", ar: "نزيريكوري" },
  // Madagascar: the source draws 22 regions but codes them by the six provinces, which are what ISO 3166-2 lists.
  { code: "MG-A", region: "", name: "Toamasina", en: "Toamasina", fr: "Tamatave", ar: "تواماسينا" },
  { code: "MG-D", region: "", name: "Antsiranana", en: "Antsiranana", fr: "Diego-Suarez", ar: "أنتسيرانانا" },
  { code: "MG-F", region: "", name: "Fianarantsoa", en: "Fianarantsoa", fr: "Fianarantsoa", ar: "فيانارانتسوا" },
  { code: "MG-M", region: "", name: "Mahajanga", en: "Mahajanga", fr: "Majunga", ar: "ماهاجانغا" },
  { code: "MG-T", region: "", name: "Antananarivo", en: "Antananarivo", fr: "Tananarive", ar: "أنتاناناريفو" },
  { code: "MG-U", region: "", name: "Toliara", en: "Toliara", fr: "Tuléar", ar: "توليارا" },
];

type Names = { readonly name?: string; readonly en?: string; readonly fr?: string; readonly ar?: string };

/** Names that the source has wrong, or with an article left over from a sentence. */
export const nameCorrections: Readonly<Record<string, Names>> = {
  "BW-NE": { fr: "Nord-Est" },
  "BW-NW": { fr: "Nord-Ouest" },
  "BW-SE": { fr: "Sud-Est" },
  "BW-SO": { fr: "Sud" },
  "CD-KN": { name: "Kinshasa", en: "Kinshasa", fr: "Kinshasa" },
  "CD-OR": { fr: "Province orientale" },
  "CF-KB": { en: "Nana-Grébizi" },
  "CI-18": { fr: "Fromager" },
  "EG-C": { fr: "Le Caire" },
  "EG-KFS": { fr: "Kafr el-Cheikh" },
  "EG-WAD": { fr: "Nouvelle-Vallée" },
  "EH-X01": { ar: "الصحراء الغربية" },
  "ET-SN": { en: "Southern Nations, Nationalities and Peoples", fr: "Nations, nationalités et peuples du Sud" },
  "GM-M": { fr: "Central River" },
  "KE-200": { fr: "Centre" },
  "KE-400": { fr: "Est" },
  "KE-500": { fr: "Nord-Est" },
  "KE-800": { fr: "Ouest" },
  "LR-GP": { name: "Gbarpolu", en: "Gbarpolu", fr: "Gbarpolu" },
  "LY-AJ": { fr: "Ajdabiya" },
  "LY-WS": { en: "Wadi al Shatii", fr: "Wadi ach-Chatii" },
  "MA-05": { en: "Fès-Boulemane", fr: "Fès-Boulemane" },
  "MA-10": { fr: "Doukkala-Abda" },
  "ML-3": { en: "Sikasso", fr: "Sikasso", ar: "سيكاسو" },
  "ML-6": { name: "Tombouctou", en: "Timbuktu", fr: "Tombouctou" },
  "MZ-MPM": { name: "Cidade de Maputo", en: "Maputo City", fr: "Maputo (ville)", ar: "مدينة مابوتو" },
  "NG-NA": { name: "Nasarawa", en: "Nasarawa", fr: "Nasarawa" },
  "NG-FC": { fr: "Territoire de la capitale fédérale" },
  "SD-DW": { en: "West Darfur", fr: "Darfour-Occidental" },
  "SD-GD": { en: "Gedaref", fr: "Gedaref" },
  "SL-E": { fr: "Est" },
  "SO-X11": { name: "Somaliland", en: "Somaliland", fr: "Somaliland", ar: "صوماليلاند" },
  "TD-ND": { name: "N'Djamena", en: "N'Djamena" },
  "TD-X01": { ar: "إنيدي" },
  "TG-K": { fr: "Kara" },
  "ZM-03": { fr: "Est" },
};

/** Further names that reports use for an area; for finding, never shown. */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  "CD-BC": ["Kongo Central", "Kongo-Central", "Bas Congo"],
  "CD-OR": ["Province Orientale", "Oriental"],
  "CF-BGF": ["Bangui"],
  "ET-SN": ["SNNPR", "SNNP"],
  "KE-500": ["North Eastern", "Northeastern"],
  "LY-TN": ["Tripoli", "Tarabulus", "طرابلس"],
  "ML-6": ["Timbuktu", "Tombouctou", "Timbuctoo"],
  "ML-BKO": ["District de Bamako"],
  "NE-8": ["Communauté urbaine de Niamey"],
  "NG-FC": ["FCT", "Abuja Federal Capital Territory", "Abuja"],
  "SD-KS": ["South Kordofan", "Southern Kordofan"],
  "SO-BN": ["Benadir", "Banadir", "Mogadishu"],
  "SO-BY": ["Baay"],
  "SO-HI": ["Hiran", "Hiraan"],
  "SO-JD": ["Middle Juba", "Middle Jubba"],
  "SO-JH": ["Lower Juba", "Lower Jubba"],
  "SO-NU": ["Nugal", "Nugaal"],
  "SO-SD": ["Middle Shabelle", "Middle Shebelle"],
  "SO-SH": ["Lower Shabelle", "Lower Shebelle"],
  "SO-X11": ["Awdal", "Woqooyi Galbeed", "Togdheer", "Sanaag", "Sool"],
  "TD-LC": ["Lake"],
};

/** Regions wider than one first-level area, and a country's other names: they lead to the country, never to the area in their middle. */
export const widerRegions: Readonly<Record<string, readonly string[]>> = {
  BF: ["Burkina", "Liptako-Gourma"],
  CD: ["DRC", "DR Congo", "Congo (Kinshasa)", "Democratic Republic of Congo", "RDC", "Eastern DRC"],
  CF: ["CAR", "RCA"],
  CG: ["Congo (Brazzaville)", "Congo-Brazzaville", "Republic of Congo", "Congo, Republic of"],
  CI: ["Ivory Coast", "Cote d'Ivoire"],
  CM: ["Grand Nord"],
  LY: ["Fezzan", "Cyrenaica", "Tripolitania", "Libyan Arab Jamahiriya"],
  ML: ["Northern Mali", "North Mali", "Central Mali", "Nord du Mali", "Liptako-Gourma"],
  MZ: ["Northern Mozambique"],
  NE: ["Liptako-Gourma"],
  NG: [
    "North East",
    "North-East Nigeria",
    "Northeast Nigeria",
    "North West",
    "Northern Nigeria",
    "Niger Delta",
    "Middle Belt",
  ],
  SD: ["Darfur"],
  SN: ["Casamance"],
  SO: [
    "Puntland",
    "South Central Somalia",
    "South Central",
    "South-Central",
    "Southern Somalia",
    "Central Somalia",
    "Jubaland",
    "Galmudug",
    "Hirshabelle",
    "South West State",
    "South West",
    "Karkaar",
    "Ayn",
  ],
  SS: ["Greater Upper Nile", "Greater Equatoria", "Greater Bahr el Ghazal"],
  TD: ["Lake Chad", "Lake Chad Basin", "Lac Tchad", "Bassin du lac Tchad"],
  TZ: ["Tanzania", "Tanzania, United Republic of"],
};

/**
 * Countries whose first level has changed since the edition drawn, with the year of the change.
 * Their admin-1 areas are right on the ground only for dates before it.
 */
export const firstLevelChanged: Readonly<Record<string, string>> = {
  AO: "2024",
  BF: "2025",
  BI: "2025",
  CD: "2015",
  CF: "2020",
  CG: "2024",
  CI: "2011",
  DZ: "2019",
  ET: "2020",
  GH: "2019",
  GQ: "2017",
  KE: "2013",
  MA: "2015",
  ML: "2016",
  MR: "2014",
  NA: "2013",
  SD: "2013",
  SL: "2017",
  TD: "2018",
  TZ: "2016",
};
