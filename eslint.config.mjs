// Habits that a machine can check. Every exception in the code says its reason.
import tseslint from "typescript-eslint";

const SINKS = ["innerHTML", "outerHTML", "srcdoc"];
const SINK_METHODS = [
  "insertAdjacentHTML",
  "setHTML",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "createContextualFragment",
  "parseFromString",
];

const sinks = [
  ...SINKS.map((name) => ({
    selector: `AssignmentExpression > MemberExpression.left[property.name="${name}"]`,
    message: "No HTML string is ever parsed: make nodes one by one.",
  })),
  ...SINK_METHODS.map((name) => ({
    selector: `CallExpression[callee.property.name="${name}"]`,
    message: "No HTML string is ever parsed: make nodes one by one.",
  })),
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: "No HTML string is ever parsed: make nodes one by one.",
  },
  { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]', message: "No HTML string is ever parsed." },
  { selector: 'NewExpression[callee.name="Function"]', message: "No code from strings." },
  {
    selector: 'CallExpression[callee.property.name="sendBeacon"]',
    message: "The extension asks the network for nothing.",
  },
  { selector: "ImportExpression", message: "A service worker has no import()." },
];

const network = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "RTCPeerConnection"].map(
  (name) => ({ name, message: "The extension asks the network for nothing; its own files come through background/engine.ts." }),
);

export default tseslint.config(
  { ignores: ["build/**", "dist/**", "target/**", "node_modules/**", "out/**"] },
  {
    files: ["extension/**/*.{ts,tsx}", "tests/**/*.ts", "benches/**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `void promise` says that nobody waits for it, and `() => void` handlers are how the DOM is written.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // Objects here are closures, not classes: their methods do not look at `this`.
      "@typescript-eslint/unbound-method": "off",
      "no-eval": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["extension/**/*.{ts,tsx}"],
    rules: { "no-restricted-syntax": ["error", ...sinks], "no-restricted-globals": ["error", ...network] },
  },
  {
    // What runs inside a page, written beside the test that sends it there, is typed by the page's own library.
    files: ["tests/**/*.ts", "benches/**/*.ts"],
    rules: {
      "@typescript-eslint/require-await": "off",
      // The runner waits for its tests itself.
      "@typescript-eslint/no-floating-promises": [
        "error",
        { allowForKnownSafeCalls: [{ from: "package", package: "node:test", name: ["it", "describe", "test"] }] },
      ],
    },
  },
);
