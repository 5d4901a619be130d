// Before anything is drawn: language, direction and theme of the page, so that nothing turns round later.
(function () {
  var language = (location.pathname.match(/^\/(en|fr|ar)(?=\/|$)/) || [])[1];
  if (language) {
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
  }
  var theme = null;
  try {
    theme = localStorage.getItem("entente.theme");
  } catch (refused) {
    theme = null; // storage is off: the system's theme holds
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (/[?&]asOf=/.test(location.search)) document.documentElement.dataset.time = "past";
})();
