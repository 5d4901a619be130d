import type { Line } from "./report.ts";

/**
 * The whole policy of lines of effort: which words and which sector codes speak for which line.
 *
 * Who is changed by the money? An institution of security or justice: capacity. A place after fighting: stabilisation.
 * A community, against violence: resilience. The money of terrorists: counter-finance.
 *
 * Words are matched in lower case, without accents or Arabic vowel marks (match-terms.ts); `*` stands for any ending. The longest
 * expression at a place wins, and what it covers is not read again.
 * English, French, Spanish, Portuguese and Arabic stand together: a term is read in every language.
 */
export const linePoints = {
  /** A term that decides / that supports, in the title and in the description. Each term counts once per report. */
  decides: { title: 4, description: 2 },
  supports: { title: 2, description: 1 },
  /** No line has more than this from one text: length is not weight. */
  most: { title: 8, description: 4 },
  /** Terms that only support say nothing alone, unless a sector says it too or the title has this many points of them. */
  supportsAlone: 4,
  /** A sector code that is plain / that needs words beside it; at least `sectorShare` percent of the activity. */
  plainSector: 3,
  openSector: 1,
  sectorShare: 30,
  /** A subject that is not ours (a flood, a disease, wildlife): taken from every line. */
  elsewhere: { title: 4, description: 1 },
  /** A line needs this many points ... */
  threshold: 3,
  /** ... and this part of what the best line has. */
  besideBest: 0.45,
} as const;

type Terms = { readonly decides: string; readonly supports: string };

/** Terms are separated by commas. */
export const lineTerms: Readonly<Record<Line, Terms>> = {
  "counter-finance": {
    decides: `money launder*, anti money launder*, aml, aml cft, cft, counter threat finance, terrorist financ*, terrorism financ*, terror financ*,
      financing of terrorism, financing of terrorist*, illicit financ*, illicit flow*, illicit money, financial intelligence, financial crime*, economic crime*,
      proceeds of crime, asset recovery, financial action task force, fatf, giaba, esaamlg, gabac, menafatf,
      blanchiment, lutte contre le financement du terrorisme, financement du terrorisme, flux financiers illicites, renseignement* financier*, criminalite financiere,
      delinquance financiere, recouvrement des avoirs, avoirs illicites, lavado de dinero, lavado de activos, blanqueo, financiacion del terrorismo, financiamiento del terrorismo,
      flujos financieros ilicitos, branqueamento, lavagem de dinheiro, financiamento do terrorismo, fluxos financeiros ilicitos,
      غسل الاموال, غسيل الاموال, تمويل الارهاب, التدفقات الماليه غير المشروعه, الاستخبارات الماليه, الجرائم الماليه`,
    supports: `follow the money, hawala, beneficial ownership, targeted financial sanctions, confiscation, war economy, economie de guerre`,
  },
  capacity: {
    decides: `counter terror*, counterterroris*, anti terroris*, antiterroris*, police, policeman, policemen, policing, policier*, policiere*, gendarm*, law enforcement, militar*, armed forces, army, defence forces,
      defense forces, defence sector, security sector*, security force*, security institution*, security service*, security agenc*, national defence, national defense, peace and security,
      peacekeep*, peace keeping, peace support operation*, peace operation*, amisom, atmis, african union mission, joint force, border management, border security,
      border control*, border guard*, border post*, border agenc*, border polic*, border police, border personnel, prison*, penitentiar*, correctional, inmate*, judiciar*,
      judicial, criminal justice, rule of law, access to justice, acces a la justice, justice sector, justice system*, prosecut*, small arms, salw, arms trafficking, illicit arms, trafic d armes, stockpile management, coast guard*, coastguard*, maritime security, maritime crime, piracy, interpol,
      immigration service*, immigration officer*, immigration management, counter piracy, anti piracy, acota, africa contingency operations, international military education,
      forces de securite, forces armees, forces de defense, fces armee*, armee*, defense nationale, surete nationale, force conjointe, lutte contre le terrorisme, contre terrorisme,
      maintien de la paix, etat de droit, judiciaire*, judiciarisation, penitentiaire*, secteur de la securite, securite interieure, securite en mer, gestion des frontieres, securite des frontieres,
      securite frontaliere, appui a la justice, secteur de la justice, secteur justice, armes legeres, piraterie,
      policia*, estado de derecho, estado de direito, fuerzas armadas, fuerzas de seguridad, ejercito*, judiciales, lucha contra el terrorismo, contraterrorismo, mantenimiento de la paz, gestion de fronteras, carcel*,
      sector de la seguridad, forcas armadas, forcas de seguranca, exercito, contra terrorismo, manutencao da paz, gestao de fronteiras, sector da seguranca, prisional, prisiona*,
      الشرطه, الدرك, القوات المسلحه, قوات الامن, الجيش, مكافحه الارهاب, اداره الحدود, امن الحدود, حرس الحدود, القضاء, القضائي*, السجون, سياده القانون, العداله الجنائيه, حفظ السلام, القطاع الامني`,
    supports: `justice, court*, legal aid, security, security council, immigration, migration management, border*, safety, trafficking in persons, human trafficking, smuggling, forensic*, detention,
      detainee*, security assistance, organised crime, organized crime, transnational crime, cybercrime, narcotics, counternarcotics, state building, statebuilding,
      securite, tribuna*, magistrat*, frontier*, detenu*, crime organise, criminalite organisee, traite des personnes, immigration, migrations,
      justicia, seguridad, frontera*, crimen organizado, justica, seguranca, fronteira*, crime organizado, العداله, الامن, الحدود, الجريمه المنظمه`,
  },
  stabilisation: {
    decides: `stabilis*, socio economic stabili*, stability fund, community driven recovery, community driven reconstruction, stabiliz*, stablization, stablisation, post conflict, postconflict, early recovery, reconstruction trust fund, reconstruction and development, reconstruction and rehabilitation, reconstruction program*, demobilis*, demobiliz*, ddr, ddrr, disarm*, ex combatant*, former combatant*,
      former fighter*, former associate*, former boko haram, defector*, disengagement, disassociat*, demin*, mine clearance, mine action, landmine*, antipersonnel, unexploded, uxo, explosive remnants,
      explosive management, explosive threat, liberated area*, newly recovered area*, recovered areas, areas of return, return areas, state authority, child soldier*, armed groups, armed forces and groups, forces et groupes armes, quick impact project*,
      quick impact, relevement precoce, militaires demobilises, desarmement, ex combattant*, anciens combattants, deminage, mines antipersonnel*, action antimines, lutte antimines, retour de l etat, autorite de l etat,
      enfants soldats, groupes armes, sortie de crise, post crise, estabilizacion, desminado, desmoviliza*, desarme, excombatientes, ex combatientes, posconflicto, accion contra las minas,
      estabilizacao, desminagem, desmobiliza*, desarmamento, ex combatentes, pos conflito, accao contra as minas,
      تحقيق الاستقرار, اعاده الاعمار, نزع السلاح, التسريح, ازاله الالغام, المقاتلين السابقين, ما بعد النزاع`,
    supports: `stability, recovery, rebuild*, reconstruct*, reintegrat*, transition initiative*, return of displaced, peace dividend*, local governance,  fragility, fragile state*, fragile part*, reinsertion, reintegra*, relevement, rehabilitation des infrastructures,
      retour des deplaces, zones de retour, estabilidad, reconstruccion, reconstrucao, reinsercion, estabilidade, reintegracao, الاستقرار, اعاده الادماج, التعافي`,
  },
  resilience: {
    decides: `violent extremis*, violent extrmist, extremis*, radicali*, deradicali*, pve, cve, social cohesion, community cohesion, peace building, peacebuilding, peace build*, peace*, reconcil*, coexistence,
      conflict prevention, conflict resolution, conflict transformation, conflict mitigation, conflict management, conflict mapping, preventing conflict, mitigate conflict, against conflict, interfaith, interreligious, inter religious,
      intercommunal, inter communal, intercommunity, inter community, community violence, violence reduction, preventing violence, prevent violence, interpeace, humanitarian dialogue, truth commission,
      extremisme, cohesion sociale, consolidation de la paix, culture de la paix, culture de paix, paix, vivre ensemble, prevention des conflits, resolution des conflits, gestion des conflits,
      dialogue intercommunautaire, dialogue intracommunautaire, dialogue communautaire, dialogues communautaires, dialogue interculturel, dialogue inclusif, dialogue interreligieux,
      extremismo, cohesion social, consolidacion de la paz, construccion de paz, construccion de la paz, paz, prevencion de conflictos, resolucion de conflictos,
      coesao social, consolidacao da paz, construcao da paz, prevencao de conflitos, resolucao de conflitos,
      التطرف, التماسك الاجتماعي, بناء السلام, السلام, المصالحه, التعايش, منع النزاعات, حل النزاعات`,
    supports: `conflict*, tolerance, mediation, dialogue, hate speech, grievance*, resilience of communities, community resilience, resilience of target communities, youth at risk, at risk youth, human security, transitional justice, community safety,
      community security, recruitment, tensions, conflit*, mediation, jeunes a risque, justice transitionnelle, securite communautaire, conflicto*, mediacion, conflito*, mediacao, seguranca comunitaria, التسامح, الوساطه, الحوار`,
  },
};

/** Expressions that contain a term and mean something else. */
export const notALine = `food security, nutrition security, health security, energy security, social security, water security, income security, tenure security, road safety, food for peace, conflict prevention pool, conflict pool, food safety, occupational safety, safety net*,
  security of tenure, security deposit, peace corps, patient safety, safe motherhood, climate justice, gender justice, social justice, land reconstruction, hiv reintegration, macroeconomic stabili*, macro economic stabili*,
  price stabili*, fiscal stabili*, financial stability, debt recovery, cost recovery, economic recovery, recovery plan, data recovery, army worm*, armyworm, military veterans hospital, court house fees,
  secteur de la securite alimentaire, securite alimentaire, securite nutritionnelle, securite sanitaire, securite energetique, securite sociale, securite routiere, securite hydrique, securite fonciere, securite civile, stabilisation economique, recouvrement des couts, dune stabili*, stabilisation des dunes, soil stabili*,
  seguridad alimentaria, seguridad social, seguranca alimentar, seguranca social, filets sociaux de securite, الامن الغذائي, الضمان الاجتماعي, الامن المائي`;

/** Subjects that make a mention of security, recovery or reconstruction another matter. */
export const elsewhere = `hiv, aids, audit*, verification des depenses, reproductive health, sgbv, biosecurity, election*, electoral*, electora*, electorau*, malaria, tuberculosis, ebola, cholera, covid, covid 19, coronavirus, pandemic*, outbreak*, vaccin*, immunis*, immuniz*, public health, health emergenc*, earthquake*, typhoon, cyclone*, hurricane, tsunami, flood*, drought*,
  volcan*, wildlife, pangolin*, bushmeat, poaching, anti poaching, elephant*, great apes, fisher*, livestock, parrot*, biodiversity, conservation, epidemic*, gender based violence, humanitarian assistance, humanitarian response, humanitarian need*, humanitarian aid, humanitarian hub*, emergency response, shelter*, nfi, displacement tracking, wash, water sanitation, transport aerien, aviation, school feeding, consular, resettlement, paludisme, vih, sida, pandemie*, inondation*, secheresse*, seisme, tremblement de terre, faune, braconnage, catastrophe*,
  terremoto*, inundacion*, sequia*, terramoto, inundac*, seca, فيضان*, زلزال, جفاف, كورونا`;

type SectorRule = { readonly line: Line; readonly plain: boolean; readonly name: string };

/** DAC purpose codes (5 digits) and categories (3). No code exists for countering terrorist finance or violent extremism. */
export const sectorRules: Readonly<Record<string, readonly SectorRule[]>> = {
  "15130": [{ line: "capacity", plain: true, name: "legal and judicial development" }],
  "15131": [{ line: "capacity", plain: true, name: "justice, law and order policy" }],
  "15132": [{ line: "capacity", plain: true, name: "police" }],
  "15134": [{ line: "capacity", plain: true, name: "judicial affairs" }],
  "15136": [{ line: "capacity", plain: true, name: "immigration" }],
  "15137": [{ line: "capacity", plain: true, name: "prisons" }],
  "15210": [{ line: "capacity", plain: true, name: "security system management and reform" }],
  "15220": [{ line: "resilience", plain: true, name: "civilian peace-building, conflict prevention and resolution" }],
  "15230": [{ line: "capacity", plain: true, name: "international peacekeeping operations" }],
  "15240": [{ line: "stabilisation", plain: true, name: "reintegration and small arms control" }],
  "15250": [{ line: "stabilisation", plain: true, name: "removal of land mines and remnants of war" }],
  "15261": [{ line: "stabilisation", plain: true, name: "child soldiers" }],
  "16063": [{ line: "capacity", plain: false, name: "narcotics control" }],
  "73010": [{ line: "stabilisation", plain: false, name: "immediate post-emergency reconstruction" }],
  "152": (["capacity", "stabilisation", "resilience"] as const).map((line) => ({
    line,
    plain: false,
    name: "conflict, peace and security",
  })),
  "730": [{ line: "stabilisation", plain: false, name: "reconstruction relief and rehabilitation" }],
};

/** How reports name the two DAC vocabularies; a sector without a vocabulary is the first. */
export const dacVocabularies: readonly string[] = ["", "1", "2", "DAC", "DAC-3", "DAC-5"];
