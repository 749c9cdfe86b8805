// What other programs take, written from their public documents.

/** A year of four digits or more, before our era with a minus, then month and day (ISO 8601). */
const DATE = "^-?\\d{4,6}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01])(T([01]\\d|2[0-3]):[0-5]\\d)?)?)?$";

/** schema.org ItemList of Event, as far as we write it. */
export const ITEM_LIST = {
  type: "object",
  required: ["@context", "@type", "name", "numberOfItems", "itemListElement"],
  additionalProperties: false,
  properties: {
    "@context": { const: "https://schema.org" },
    "@type": { const: "ItemList" },
    name: { type: "string" },
    isBasedOn: {
      type: "object",
      required: ["@type", "headline", "url"],
      additionalProperties: false,
      properties: {
        "@type": { const: "NewsArticle" },
        headline: { type: "string" },
        url: { type: "string" },
        datePublished: { type: "string" },
      },
    },
    numberOfItems: { type: "integer", minimum: 0 },
    itemListElement: {
      type: "array",
      items: {
        type: "object",
        required: ["@type", "position", "item"],
        additionalProperties: false,
        properties: {
          "@type": { const: "ListItem" },
          position: { type: "integer", minimum: 1 },
          item: {
            type: "object",
            required: ["@type", "name", "startDate"],
            additionalProperties: false,
            properties: {
              "@type": { const: "Event" },
              name: { type: "string", minLength: 1 },
              startDate: { type: "string", pattern: DATE },
              endDate: { type: "string", pattern: DATE },
              eventStatus: {
                enum: ["Scheduled", "Cancelled", "MovedOnline", "Postponed", "Rescheduled"].map((state) => `https://schema.org/Event${state}`),
              },
              description: { type: "string" },
              url: { type: "string", pattern: "^https?://" },
              about: {
                type: "array",
                minItems: 1,
                items: {
                  type: "object",
                  required: ["@type", "name"],
                  additionalProperties: false,
                  properties: { "@type": { const: "Thing" }, name: { type: "string", minLength: 1 } },
                },
              },
            },
          },
        },
      },
    },
  },
};

const TIMELINE_DATE = {
  type: "object",
  required: ["year"],
  additionalProperties: false,
  properties: {
    year: { type: "integer" },
    month: { type: "integer", minimum: 1, maximum: 12 },
    day: { type: "integer", minimum: 1, maximum: 31 },
    hour: { type: "integer", minimum: 0, maximum: 23 },
    minute: { type: "integer", minimum: 0, maximum: 59 },
    second: { type: "integer", minimum: 0, maximum: 59 },
    millisecond: { type: "integer", minimum: 0 },
    display_date: { type: "string" },
  },
  // A part stands only under the coarser one.
  dependentRequired: { day: ["month"], hour: ["day"], minute: ["hour"], second: ["minute"] },
};

const TEXT = {
  type: "object",
  additionalProperties: false,
  properties: { headline: { type: "string" }, text: { type: "string" } },
};

/** The JSON format of Knight Lab's TimelineJS 3. */
export const TIMELINE_JS = {
  type: "object",
  required: ["events"],
  additionalProperties: false,
  properties: {
    scale: { enum: ["human", "cosmological"] },
    title: { type: "object", additionalProperties: false, properties: { unique_id: { type: "string" }, text: TEXT } },
    eras: { type: "array" },
    events: {
      type: "array",
      items: {
        type: "object",
        required: ["start_date", "text"],
        additionalProperties: false,
        properties: {
          start_date: TIMELINE_DATE,
          end_date: TIMELINE_DATE,
          text: TEXT,
          media: { type: "object" },
          group: { type: "string" },
          display_date: { type: "string" },
          background: { type: "object" },
          autolink: { type: "boolean" },
          unique_id: { type: "string", pattern: "^[A-Za-z][A-Za-z0-9_-]*$" },
        },
      },
    },
  },
};
