/**
 * Two rules that no ready-made rule of the linter covers. Plain JavaScript, because the linter loads it as it is.
 * `pure`: an engine reads no clock. `sql-in-store`: a template tagged `sql` outside src/store.
 */
const isName = (node, name) => node.type === "Identifier" && node.name === name;

const pure = {
  create(context) {
    return {
      NewExpression(node) {
        if (isName(node.callee, "Date") && node.arguments.length === 0) {
          context.report({ node, message: "An engine has no clock: take the date as a parameter." });
        }
      },
      CallExpression(node) {
        if (isName(node.callee, "Date")) {
          context.report({ node, message: "An engine has no clock: take the date as a parameter." });
        }
      },
    };
  },
};

/** sql`…`, sql<T>`…`, and sql.raw(…), sql.unsafe`…` */
const isSqlTag = (node) => isName(node, "sql") || (node.type === "MemberExpression" && isName(node.object, "sql"));

const sqlInStore = {
  create(context) {
    const report = (node) => context.report({ node, message: "SQL is written in src/store only." });
    return {
      TaggedTemplateExpression(node) {
        if (isSqlTag(node.tag)) report(node);
      },
      CallExpression(node) {
        if (node.callee.type === "MemberExpression" && isName(node.callee.object, "sql")) report(node);
      },
    };
  },
};

export default { meta: { name: "entente" }, rules: { pure, "sql-in-store": sqlInStore } };
