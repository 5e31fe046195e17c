package wf.handbook;

/** The way of an operation, drawn. The steps before its own are those of {@link Way}. */
final class Picture {

    static final String STORED = "11 保存";

    static final String OF_THE_WAY = """
            ## The way of an operation 一次操作的过程

            ```mermaid
            flowchart TD
              request(["请求 request<br/>REST · SOAP · JMS · 浏览器 browser"]) --> read
              subgraph checks [" "]
                read["1 读取请求 read"] --> repeated{"2 查重 done before?"}
                repeated -- "否 no" --> found["3 查找 find what it is about"]
                found --> version["4 核对版本 version"]
                version --> deputy["5 代办 on behalf of whom"]
                deputy --> identity["6 身份 identity"]
                identity --> policy["7 策略 policy of node and process"]
                policy --> before["8 前提 can it be done now?<br/>decides about buttons, too"]
                before --> sent["9 请求 can it be done with what was sent?"]
                sent --> effect["10 办理 effect: tokens run until all wait again"]
              end
              repeated -- "是 yes" --> first(["第一次的结果 the first reply"])
              checks -. "拒绝 refused" .-> problem(["代码和说明 code and sentence:<br/>nothing has changed"])
              effect --> preview{"预览 preview?"}
              preview -- "是 yes" --> told(["会发生什么 what would happen"])
              preview -- "否 no" --> stored["11 保存 rows, journal and what is to be done next,<br/>in one transaction"]
              stored --> reply(["结果 reply: items closed and created, people told"])
            ```

            With `preview: true` the same is decided and nothing is stored. 带 `preview: true` 时只演算、不保存。
            """;

    private Picture() { }
}
