package wf.bpmn.check;

import java.util.List;
import java.util.Optional;

/**
 * Tasks that speak to the outside as Web services do: their data are what their messages carry (10.3.3). A task that
 * names another technology maps its data as that one likes.
 */
record OperationTasks(BpmnFile file, Report report) implements Rules {

    @Override
    public void check() {
        file.all("serviceTask").filter(file::isExecutable).filter(OperationTasks::isWebService).forEach(this::serviceHasTheOperationsData);
        file.all("sendTask").filter(OperationTasks::isWebService).forEach(t -> messageFits(t, "inputSet", "dataInput"));
        file.all("receiveTask").filter(OperationTasks::isWebService).forEach(t -> messageFits(t, "outputSet", "dataOutput"));
    }

    private static boolean isWebService(XmlElement task) {
        return task.attribute("implementation").orElse("##WebService").equals("##WebService");
    }

    /** 10.3.3: a service task has one input for the operation's in-message, and one output for its out-message. */
    private void serviceHasTheOperationsData(XmlElement task) {
        Items items = new Items(file);
        file.named(task, "operationRef").ifPresent(operation -> {
            item(items, operation, "inMessageRef").filter(item -> !hasOne(task, "inputSet", "dataInput", item))
                    .ifPresent(item -> report.error("OPERATION_INPUT", task, task.label(), operation.label()));
            item(items, operation, "outMessageRef").filter(item -> !hasOne(task, "outputSet", "dataOutput", item))
                    .ifPresent(item -> report.error("OPERATION_OUTPUT", task, task.label(), operation.label()));
        });
    }

    private Optional<XmlElement> item(Items items, XmlElement operation, String message) {
        return file.namedBy(operation, message).stream().findFirst().flatMap(items::ofMessage);
    }

    private boolean hasOne(XmlElement task, String set, String data, XmlElement item) {
        List<XmlElement> found = inSpecification(task, data);
        return inSpecification(task, set).size() == 1 && found.size() == 1 && new Items(file).fits(found.get(0), item);
    }

    /** 10.3.3: a send task of a message has at most one input, a receive task one output, and it is the message's item. */
    private void messageFits(XmlElement task, String set, String data) {
        Optional<XmlElement> message = file.named(task, "messageRef");
        List<XmlElement> found = inSpecification(task, data);
        if (message.isPresent() && (inSpecification(task, set).size() > 1 || found.size() > 1)) {
            report.error("MESSAGE_TASK_SETS", task, task.label(), set, data);
        } else {
            message.flatMap(new Items(file)::ofMessage).filter(i -> found.stream().anyMatch(d -> !new Items(file).fits(d, i)))
                    .ifPresent(i -> report.error("MESSAGE_TASK_ITEM", task, task.label(), data, i.id()));
        }
    }

    private static List<XmlElement> inSpecification(XmlElement task, String name) {
        return task.children("ioSpecification").stream().flatMap(s -> s.children(name).stream()).toList();
    }
}
