import type { Phrasebook } from "./phrasebook";

export const es: Phrasebook = {
  hello: 'Hola {{ person.firstName | default: "de nuevo" }}:',
  openings: {
    "win-back": [
      [
        "Ha pasado un tiempo",
        "Ha pasado un tiempo",
        "Ha pasado un tiempo desde su último pedido. Nos alegraría volver a verle.",
      ],
      [
        "Vuelva cuando quiera",
        "Siga donde lo dejó",
        "Su último pedido fue hace tiempo. Para volver basta un clic.",
      ],
      [
        "¿Busca todavía algo?",
        "¿Podemos ayudarle?",
        "Hace tiempo que no hace un pedido. ¿Algo no le convenció o no necesitaba nada?",
      ],
      ["Un saludo breve", "Un saludo breve", "Hace tiempo que no sabemos de usted: le enviamos un saludo."],
      [
        "Aquí estamos si nos necesita",
        "Aquí estamos si nos necesita",
        "Su último pedido fue hace tiempo. Si vuelve a necesitar algo, este es el camino.",
      ],
    ],
    "reduce-churn": [
      [
        "Nos alegra tenerle con nosotros",
        "Nos alegra tenerle con nosotros",
        "Ha habido menos movimiento que de costumbre y no queremos perderle de vista.",
      ],
      [
        "Su próximo pedido, fácil",
        "Su próximo pedido, fácil",
        "Hace pedidos con menos frecuencia que antes. Este es el camino corto a la tienda.",
      ],
      [
        "¿Está todo a su gusto?",
        "¿Está todo a su gusto?",
        "Últimamente hace menos pedidos. ¿Qué deberíamos mejorar?",
      ],
      ["Pensamos en usted", "Solo una nota", "Ha habido menos movimiento: esta es una nota nuestra."],
      [
        "¿Podemos hacer algo?",
        "¿Podemos hacer algo?",
        "Si algo le impidió hacer un pedido, responda a este correo.",
      ],
    ],
    "increase-aov": [
      [
        "Para su próximo pedido",
        "Para su próximo pedido",
        "Gracias por sus pedidos. Quizá falte algo más en el próximo paquete.",
      ],
      [
        "Todo en un solo paquete",
        "Todo en un solo paquete",
        "Pedir todo junto evita un segundo paquete. Mire qué más necesita.",
      ],
      ["¿Le faltó algo?", "¿Le faltó algo?", "¿Dejó algo fuera la última vez? Cabe en el próximo pedido."],
      ["Su próximo paquete", "Su próximo paquete", "Un recordatorio breve antes de su próximo pedido."],
      [
        "Prepare su próximo pedido",
        "Prepare su próximo pedido",
        "Si planea un pedido más grande, vale la pena recorrer antes la tienda.",
      ],
    ],
    "cross-sell": [
      [
        "Lo que va junto",
        "Lo que va junto",
        "Ya eligió algo de nuestra tienda. Hay otras cosas que van con ello.",
      ],
      ["Lo que va con lo que tiene", "Lo que va con lo que tiene", "Vea qué más tenemos para lo que compró."],
      [
        "¿Le falta algo más?",
        "¿Le falta algo más?",
        "¿Le falta algo junto a lo que compró en nuestra tienda?",
      ],
      ["Una idea más", "Una idea más", "Una idea junto a su último pedido."],
      [
        "Complete lo que tiene",
        "Complete lo que tiene",
        "Si quiere completar su compra, aquí encuentra el resto.",
      ],
    ],
    "feature-adoption": [
      ["Saque más partido", "Saque más partido", "Puede hacer más de lo que ha usado hasta ahora."],
      [
        "Pruébelo en unos minutos",
        "Pruébelo en unos minutos",
        "Todavía no lo ha usado todo. Bastan unos minutos para probar.",
      ],
      ["¿Ya lo ha probado?", "¿Ya lo ha probado?", "¿Ha visto ya todo lo que puede hacer?"],
      ["Un consejo breve", "Un consejo breve", "Un consejo breve de nuestra parte."],
      ["Cómo funciona", "Cómo funciona", "Así se empieza. Si se atasca, responda a este correo."],
    ],
    "vip-retention": [
      ["Gracias", "Gracias", "No damos sus pedidos por hechos. Gracias por ellos."],
      [
        "Un mensaje para unos pocos",
        "Un mensaje para unos pocos",
        "Este mensaje no es para todos: es para los clientes que más queremos conservar.",
      ],
      [
        "¿Qué le gustaría de nosotros?",
        "¿Qué le gustaría de nosotros?",
        "Nos conoce bien. ¿Qué deberíamos cambiar? Basta con responder a este correo.",
      ],
      ["Unas palabras de agradecimiento", "Gracias", "Ninguna novedad, solo gracias por sus pedidos."],
      [
        "Estamos para ayudarle",
        "Estamos para ayudarle",
        "Si alguna vez algo no va bien con un pedido, responda a este correo.",
      ],
    ],
  },
  body: {
    offer: "Para que sea más fácil decidirse, hay algo para su próximo pedido:",
    nudge: "Si le viene bien, eche un vistazo. Si no, no tiene que hacer nada.",
    message: "Este mensaje no le pide nada. Nos alegra que sea nuestro cliente.",
    education: "Mire con calma cómo funciona y si le resulta útil.",
  },
  preheader: {
    offer: "Algo para su próximo pedido",
    nudge: "Basta con un vistazo",
    message: "Unas palabras de {{ company.name }}",
    education: "Cómo funciona, en unos minutos",
  },
  callToAction: {
    offer: "Usarlo ahora",
    nudge: "Echar un vistazo",
    message: "Visitar {{ company.name }}",
    education: "Ver cómo funciona",
  },
  withCode: "Introduzca el código {{ offer.code }} en su pedido.",
  withoutCode: "No necesita ningún código.",
  regular: "Ha hecho muchos pedidos con nosotros: gracias.",
  fresh: "Todavía es nuevo con nosotros: pregunte lo que quiera.",
  close: [
    "Un cordial saludo",
    "Hasta pronto",
    "Esperamos su respuesta",
    "Hasta entonces",
    "Si tiene una pregunta, responda a este correo",
  ],
};
