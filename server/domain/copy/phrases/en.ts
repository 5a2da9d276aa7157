import type { Phrasebook } from "./phrasebook";

export const en: Phrasebook = {
  hello: 'Hi {{ person.firstName | default: "there" }},',
  openings: {
    "win-back": [
      [
        "It has been a while",
        "It has been a while",
        "Some time has passed since your last order with us. We would be glad to see you again.",
      ],
      [
        "Welcome back whenever you like",
        "Pick up where you left off",
        "Your last order is a while ago. The way back is one click.",
      ],
      [
        'Still looking for something, {{ person.firstName | default: "perhaps" }}?',
        "Can we help you find it?",
        "You have not ordered for some time. Did something not fit, or was nothing needed?",
      ],
      ["A short hello", "Hello again", "We have not heard from you lately, so this is a short hello."],
      [
        "Here if you need something",
        "Here if you need us",
        "It has been a while since your last order. If you need something again, this is the way back.",
      ],
    ],
    "reduce-churn": [
      [
        "Good to have you with us",
        "Good to have you with us",
        "You have been a little quieter than usual, and we would not want to lose sight of you.",
      ],
      [
        "Your next order, made easy",
        "Your next order, made easy",
        "You order a little less often than you used to. Here is the short way to the shop.",
      ],
      [
        "Is everything as you like it?",
        "Is everything as you like it?",
        "We noticed that you order less often lately. Is there something that we should do better?",
      ],
      ["Thinking of you", "Just a note", "It has been quieter than usual, so here is a note from us."],
      [
        "Anything we can do?",
        "Anything we can do?",
        "If something kept you from ordering, answer this mail and tell us.",
      ],
    ],
    "increase-aov": [
      [
        "For your next order",
        "For your next order",
        "Thank you for ordering with us. Perhaps there is more that belongs in the next parcel.",
      ],
      [
        "Put together your next order",
        "One parcel, everything in it",
        "Ordering together saves a second parcel. Have a look at what else you need.",
      ],
      [
        "Anything missing from your last order?",
        "Anything missing?",
        "Was there something that you left out last time? It fits into the next order.",
      ],
      ["Your next parcel", "Your next parcel", "A short reminder before your next order."],
      [
        "Plan your next order",
        "Plan your next order",
        "If you plan a larger order, it is worth looking through the shop first.",
      ],
    ],
    "cross-sell": [
      [
        "Things that go together",
        "Things that go together",
        "You chose something from us already. Other things in the shop go with it.",
      ],
      [
        "What goes with what you have",
        "What goes with what you have",
        "See what else we have for what you bought.",
      ],
      [
        "Need something to go with it?",
        "Need something to go with it?",
        "Does something still go missing beside what you bought from us?",
      ],
      ["One more idea", "One more idea", "One idea beside your last order."],
      [
        "Complete your set",
        "Complete what you have",
        "If you want to add to what you bought, you find the rest here.",
      ],
    ],
    "feature-adoption": [
      [
        "Get more out of what you have",
        "Get more out of what you have",
        "There is more in what you have than you have used so far.",
      ],
      [
        "Try it in a few minutes",
        "Try it in a few minutes",
        "You have not used everything yet. A few minutes are enough for a first try.",
      ],
      [
        "Have you tried this yet?",
        "Have you tried this yet?",
        "Have you looked at everything that you can do?",
      ],
      ["A short tip", "A short tip", "A short tip from us."],
      ["How it works", "How it works", "Here is how to begin. If you get stuck, answer this mail."],
    ],
    "vip-retention": [
      ["Thank you", "Thank you", "We do not take your orders for granted. Thank you for them."],
      [
        "A message for a few",
        "A message for a few",
        "This message does not go to everybody. It goes to customers whom we would most like to keep.",
      ],
      [
        "What would you like from us?",
        "What would you like from us?",
        "You know us well. What should we do differently? An answer to this mail is enough.",
      ],
      ["A word of thanks", "A word of thanks", "No news, only thanks for your orders."],
      [
        "We are here for you",
        "We are here for you",
        "Should anything ever not be right with an order, answer this mail.",
      ],
    ],
  },
  body: {
    offer: "So that it is easier to decide, there is something for your next order:",
    nudge: "If it suits you, have a look. If not, you need not do anything.",
    message: "This message wants nothing from you. We are glad that you are our customer.",
    education: "Take a look at how it works, in your own time, and see whether it is of use to you.",
  },
  preheader: {
    offer: "Something for your next order",
    nudge: "A short look is enough",
    message: "A few words from {{ company.name }}",
    education: "How it works, in a few minutes",
  },
  callToAction: {
    offer: "Use it now",
    nudge: "Have a look",
    message: "Visit {{ company.name }}",
    education: "See how it works",
  },
  withCode: "Enter the code {{ offer.code }} with your order.",
  withoutCode: "You need no code.",
  regular: "You have ordered from us many times: thank you for that.",
  fresh: "You are still new with us, so ask whatever you like.",
  close: [
    "Warm regards",
    "See you soon",
    "We look forward to your answer",
    "Until then",
    "Simply answer this mail if you have a question",
  ],
};
