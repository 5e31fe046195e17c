package wf.bpmn.check;

/** How many flows a gateway brings together and parts. */
record Gateways(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all(Names.GATEWAYS).forEach(this::flowsFitTheDirection);
    }

    /** 8.4.9: what gatewayDirection says about the number of flows. */
    private void flowsFitTheDirection(XmlElement gateway) {
        String direction = gateway.attribute("gatewayDirection").orElse("Unspecified");
        boolean joins = file.incoming(gateway).size() > 1;
        boolean splits = file.outgoing(gateway).size() > 1;
        boolean fits = switch (direction) {
            case "Converging" -> joins && !splits;
            case "Diverging" -> splits && !joins;
            case "Mixed" -> joins && splits;
            default -> true;
        };
        if (!fits) {
            report.error("GATEWAY_DIRECTION", gateway, gateway.label(), direction,
                    String.valueOf(file.incoming(gateway).size()), String.valueOf(file.outgoing(gateway).size()));
        }
    }
}
